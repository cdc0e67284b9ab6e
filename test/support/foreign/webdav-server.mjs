// A WebDAV server as the package webdav-server makes it, with an empty file for each name of data.json; it listens on PORT.
import { readFileSync } from 'node:fs';
import webdav from 'webdav-server';

const { HTTPBasicAuthentication, ResourceType, SimplePathPrivilegeManager, SimpleUserManager, WebDAVServer } =
  webdav.v2;
const names = JSON.parse(readFileSync('data.json', 'utf8')).map(({ name }) => name);

const users = new SimpleUserManager();
const privileges = new SimplePathPrivilegeManager();
privileges.setRights(users.addUser('reader', process.env.PASSWORD, false), '/', ['canRead']);
const server = new WebDAVServer({
  hostname: '127.0.0.1',
  port: Number(process.env.PORT),
  requireAuthentification: true,
  httpAuthentication: new HTTPBasicAuthentication(users, 'Files'),
  privilegeManager: privileges,
});
const files = Object.fromEntries(names.map((name) => [name, ResourceType.File]));
await server.rootFileSystem().addSubTreeAsync(server.createExternalContext(), { Reports: files });
server.start();
