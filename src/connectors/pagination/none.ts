import type { NextPage } from './pagination';

/** There is only one page. */
export const onlyPage: NextPage = () => undefined;
