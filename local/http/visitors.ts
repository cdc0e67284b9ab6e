import type { ProductUser } from '../platform/product/seed';
import { anonymousId } from '../platform/product/seed';
import type { AppModule } from '../shared/manifest';

/** Whether the module is there for the user: visitors without an account see those whose `unlicensedAccess` lets them. */
export function isOpenTo({ unlicensedAccess }: AppModule, { accountId }: ProductUser): boolean {
  return accountId !== anonymousId || unlicensedAccess.includes('anonymous');
}
