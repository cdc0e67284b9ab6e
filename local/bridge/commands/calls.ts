import type { Commands } from '../surface';
import { fieldsOf, textField } from './payload';

function readHeaders(value: unknown): [string, string][] {
  return Array.isArray(value) ? value.map((pair: unknown[]) => [String(pair[0]), String(pair[1])]) : [];
}

/** `invoke` of the app's functions and `requestConfluence`, both as the signed-in user. */
export const callCommands: Commands = {
  invoke: async (payload, { api }) => {
    const { functionKey, payload: input, metadata } = fieldsOf(payload);
    const invokeType = textField(payload, 'invokeType');
    if (invokeType !== undefined) throw new Error(`"invoke" of ${invokeType} is not modelled by the local host`);
    if (typeof functionKey !== 'string') throw new Error('functionKey must be a string!');
    const body = await api.invoke(functionKey, input);
    return metadata === undefined ? body : { body, metadata: {} };
  },

  fetchProduct: async (payload, { api }) => {
    const { product, restPath, fetchRequestInit, isMultipartFormData } = fieldsOf(payload);
    if (product !== 'confluence')
      throw new Error(`Requests to "${String(product)}" are not modelled by the local host`);
    if (isMultipartFormData === true) throw new Error('Uploads to Confluence are not modelled by the local host');
    const init = fieldsOf(fetchRequestInit);
    const reply = await api.product({
      path: String(restPath),
      method: textField(init, 'method'),
      headers: readHeaders(init.headers),
      body: textField(init, 'body'),
    });
    return { ...reply, isAttachment: false };
  },
};
