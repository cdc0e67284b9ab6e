/** The numbers of rows per page that readers and editors may choose. */
export const pageSizes = [10, 25, 50, 100] as const;
