/** A person as another service vouches for them. */
export type VouchedPerson = {
  /** The service's own lasting id of the person. */
  externalId: string;
  /** What they know this account by: an address, "@olena". */
  label: string;
  name: string | null;
  /** Only an address that the service says it has verified. */
  email: string | null;
};

/** Sign-in at another service by OpenID Connect: authorization code, PKCE, state and nonce. */
export interface IdentityProvider {
  /** Where to send the browser. @throws DomainError "link.failed" when the service cannot be reached */
  startUrl(attempt: {
    redirectUri: string;
    state: string;
    nonce: string;
    codeChallenge: string;
  }): Promise<string>;
  /**
   * Redeems the code that came back and checks who it is about.
   * @throws DomainError "link.failed" for a used, foreign or expired code, and for a token that is not for us, not for
   *   this attempt, expired or wrongly signed
   */
  finish(attempt: {
    redirectUri: string;
    code: string;
    codeVerifier: string;
    nonce: string;
  }): Promise<VouchedPerson>;
}
