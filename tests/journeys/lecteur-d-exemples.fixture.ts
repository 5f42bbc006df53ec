import { demanderJeton } from "@coordination/identite-locale";
import type { Exemple } from "./exemples-de-page.ts";
import type { MaisonDeTest } from "./maison.fixture.ts";

/**
 * Who reads a page and asks its GraphQL examples one after the other, by HTTP, with the token that each needs. What the last ones
 * answered fills the variables of the next: « <demanderAppui.id> ».
 */
export function lecteurDExemples(maison: MaisonDeTest) {
  let recu: Record<string, unknown> = {};
  const jetonDe = async (profil: string): Promise<string> => {
    const { dataDir, audience } = maison.configuration;
    return (await demanderJeton({ issuer: maison.issuer, dataDir, profil, audience })).jeton;
  };
  const lireChemin = (chemin: string): unknown =>
    chemin.split(".").reduce<unknown>((objet, cle) => (objet as Record<string, unknown>)[cle], recu);
  return async ({ texte, profil, variables }: Exemple): Promise<unknown> => {
    const remplies = variables.replace(/"<([\w.]+)>"/g, (_tout, chemin: string) => JSON.stringify(lireChemin(chemin)));
    const reponse = await fetch(`${maison.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(profil === null ? {} : { authorization: `Bearer ${await jetonDe(profil)}` }),
      },
      body: JSON.stringify({ query: texte, variables: JSON.parse(remplies) }),
    });
    const corps = (await reponse.json()) as { data?: Record<string, unknown> | null };
    recu = { ...recu, ...corps.data };
    return corps;
  };
}
