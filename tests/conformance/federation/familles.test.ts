import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Essai, ouvrirEssai } from "./essai.fixture.ts";
import { FAMILLES } from "./familles/index.ts";

describe.each(FAMILLES.map((famille) => [famille.titre, famille] as const))("Fédération, %s", (_titre, famille) => {
  let essai: Essai;
  beforeAll(async () => {
    essai = await ouvrirEssai(famille.sousGraphes);
  });
  afterAll(() => essai?.fermer());

  it.each(famille.cas.map((cas) => [cas.quoi, cas] as const))("%s", async (_quoi, cas) => {
    const attendu = { data: cas.data, erreurs: cas.erreurs ?? false };
    expect(await essai.nous(cas.requete, cas.variables)).toEqual(attendu);
    if (cas.apolloHesite !== undefined) return;
    const apollo = expect(await essai.apollo(cas.requete, cas.variables));
    if (cas.apolloDiffere === undefined) apollo.toEqual(attendu);
    else apollo.not.toEqual(attendu);
  });
});
