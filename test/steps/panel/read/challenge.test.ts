import { readChallenge } from '../../../../src/panel/read/challenge';

const ofBody = (body: string) => readChallenge(new Headers(), body);

describe('why an API refuses a token', () => {
  it.each([
    ['{"error":"insufficient_scope"}', 'scope'],
    ['Insufficient privileges to complete the operation.', 'scope'],
    ['The token has insufficient authentication scopes.', 'scope'],
    ['{"code":"InsufficientPermission"}', 'scope'],
    ['insufficient-access_permissions', 'scope'],
    ['SCOPE_INSUFFICIENT', 'scope'],
    ['missing_scope', 'scope'],
    ['Lifetime  validation\nfailed, the token is expired.', 'expired'],
    ['the exp claim has passed', 'expired'],
    ['access_token revoked', 'revoked'],
    ['wrong aud', 'wrong-audience'],
    ['insufficient funds', undefined],
  ])('is read in %j', (body, reason) => {
    expect(ofBody(body).reason).toBe(reason);
  });

  it('is looked for in the beginning of what is said', () => {
    expect(ofBody(`${'x'.repeat(280)} expired`).reason).toBe('expired');
    expect(ofBody(`${'x'.repeat(300)} expired`).reason).toBeUndefined();
  });

  it.each(['_', '-', ' ', 'a', 'insufficient', '_a'])(
    'takes no time that grows with how often %j is repeated',
    (piece) => {
      const before = process.cpuUsage();
      for (const end of ['', '!', 'scop']) ofBody(`insufficient${piece.repeat(2000)}${end}`);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
    },
  );
});
