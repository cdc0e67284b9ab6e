/** Headers that belong to the connection, not to the request (RFC 9110 sections 7.2 and 7.6, RFC 9112 section 6). */
const ownHeaders =
  /^(?:host|connection|content-length|transfer-encoding|te|trailer|upgrade|keep-alive|expect|accept-encoding|proxy-.*|sec-.*)$/i;

/** Why no header of ours can have this name (RFC 9110 section 5.6.2), or `undefined` if one can. */
export function headerRefusal(name: string): string | undefined {
  if (name.trim() === '') return 'Enter the name of the header.';
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return 'A header name can contain only letters, digits and hyphens.';
  return ownHeaders.test(name) ? `${name} is set by the connection itself. Remove it.` : undefined;
}
