const call = (cmd, payload) => globalThis.__bridge.callBridge(cmd, payload);
const show = (id, value) => {
  document.getElementById(id).textContent = JSON.stringify(value);
};

await call('enableTheming');
const { extension } = await call('getContext');
show('context', extension);
try {
  const history = await call('createHistory');
  const { search } = history.location;
  await history.listen((location, action) => show('place', [action, location.pathname, search]));
  await history.push('/first');
} catch (error) {
  show('place', error.message);
}
