const cds = require('@sap/cds');

/** The framework listens on every interface; tests are nobody else's business. */
cds.on('bootstrap', (app) => {
  const listen = app.listen.bind(app);
  app.listen = (port) => listen(port, '127.0.0.1');
});

module.exports = cds.server;
