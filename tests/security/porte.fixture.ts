/** What came back of a request, as its client reads it. */
interface Reponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string }[];
}

/** A way in by HTTP, which remembers every error that was answered. */
export interface Porte {
  readonly url: string;
  readonly erreurs: readonly string[];
  /** Posts this text, well formed or not. */
  envoyer(corps: string, jeton?: string, entetes?: Record<string, string>): Promise<Reponse>;
  demander(jeton: string, query: string, variables?: object): Promise<Reponse>;
}

/** The door of the house at this address. */
export function porteDe(url: string): Porte {
  const erreurs: string[] = [];
  const envoyer: Porte["envoyer"] = async (corps, jeton, entetes = {}) => {
    const reponse = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(jeton === undefined ? {} : { authorization: `Bearer ${jeton}` }),
        ...entetes,
      },
      body: corps,
    });
    const lue = (await reponse.json()) as Reponse;
    if (lue.errors !== undefined) erreurs.push(JSON.stringify(lue.errors));
    return lue;
  };
  return {
    url,
    erreurs,
    envoyer,
    demander: (jeton, query, variables = {}) => envoyer(JSON.stringify({ query, variables }), jeton),
  };
}
