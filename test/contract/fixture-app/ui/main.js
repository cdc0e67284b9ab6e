globalThis.fixtureLoaded = true;
