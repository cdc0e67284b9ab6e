const word = document.getElementById('word');
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

await globalThis.__bridge.callBridge('enableTheming');
word.textContent = 'forty';
// The frame has its first size by now, and must grow with its words.
for (let turn = 0; turn < 5; turn += 1) await nextFrame();
word.firstChild.data = 'forty-two of them';
