const { callBridge } = globalThis.__bridge;
const said = document.getElementById('said');

await callBridge('enableTheming');
const { extension } = await callBridge('getContext');
said.textContent = `Config ${JSON.stringify(extension.config ?? null)}`;
