/** Resolves once the screen can be seen: nobody looks at a page in a tab behind others. */
export async function seen(): Promise<void> {
  if (!document.hidden) return;
  await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
}
