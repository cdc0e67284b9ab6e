import type { SecretProof } from '../shared/contract';
import { Problem } from '../shared/problem';
import { NothingSent } from './refresh-request';

/** What one token request with a new secret came to, and what that says of the secret. */
export class SecretTrial {
  private hasWorked = false;
  private failure: unknown;

  /** Whether the request was made. */
  get isOver(): boolean {
    return this.hasWorked || this.failure !== undefined;
  }

  /** The same request, watched. */
  async watch<Response>(request: Promise<Response>): Promise<Response> {
    try {
      const response = await request;
      this.hasWorked = true;
      return response;
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  /**
   * What the work says of the secret, in the course of which the request is made, if it is.
   * @throws what it throws that says nothing of the secret
   */
  async proof(work: () => Promise<void>): Promise<SecretProof> {
    try {
      await work();
    } catch (error) {
      if (this.hasWorked) throw error;
      return untold(this.failure ?? error);
    }
    if (this.hasWorked) return { outcome: 'works', message: 'The new secret works.' };
    return this.isOver ? untold(this.failure) : untried('Someone else is refreshing the access token right now.');
  }
}

const untried = (why: string): SecretProof => ({
  outcome: 'untried',
  message: `The new secret could not be tried yet. ${why}`,
});

function untold(failure: unknown): SecretProof {
  const cause = failure instanceof NothingSent ? failure.cause : failure;
  if (!(cause instanceof Problem)) throw cause;
  const { message, details } = cause;
  if (details.refused === 'client') return { outcome: 'refused', message: `The new secret does not work. ${message}` };
  return untried(message);
}
