// A real OpenID provider on this machine, at which everybody signs in by saying who they are.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

// Another host than the service's, as in life: what is sent between them comes from another site.
const host = "127.0.0.2";

const key = (type, options, use) => ({
  ...generateKeyPairSync(type, options).privateKey.export({ format: "jwk" }),
  ...use,
});

/** The people of the provider; `oid` and `tid` are what Entra ID adds. */
export const people = {
  ann: { oid: "oid-ann", tid: "tenant-1", email: "ann@council.example" },
  bob: { oid: "oid-bob", tid: "tenant-1", email: "bob@council.example" },
  // Another person, to whom the address was given that ann has.
  impostor: { oid: "oid-impostor", tid: "tenant-1", email: "ann@council.example" },
  outsider: { oid: "oid-ann", tid: "tenant-2", email: "ann@council.example" },
};

/** Starts it for a client whose address is known; `who` signs in from then on. */
export async function startProvider(address, client) {
  const server = createServer();
  await new Promise((done) => server.listen(0, host, done));
  const issuer = `http://${host}:${server.address().port}`;
  const now = { who: "ann" };
  const provider = new Provider(issuer, {
    clients: [
      {
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: [`${address}/sign-in/council/return`],
        ...client,
      },
    ],
    claims: { openid: ["sub", "oid", "tid", "email"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["a key of the tests"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    jwks: {
      keys: [
        key("rsa", { modulusLength: 2048 }, { kid: "an-rsa-key", use: "sig", alg: "RS256" }),
        key("ec", { namedCurve: "P-256" }, { kid: "an-ec-key", use: "sig", alg: "ES256" }),
      ],
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    const login = now.who === "nobody" ? { error: "access_denied" } : { login: { accountId: now.who } };
    await provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    /** Who signs in at the provider from now on; `nobody` is turned away. */
    signIn: (who) => (now.who = who),
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
