import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst, saisieInvalide } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { lireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { referenceVoulue } from "../reference/reference.rule.ts";
import { estIdentifiant } from "./agir.ts";
import { ParcoursFiltre } from "./dossier.input.ts";
import type { LigneDossier } from "./dossier.repository.ts";
import { ParcoursConnection } from "./dossier.type.ts";
import { countDossiers, type FiltreDossiers, findPageDeDossiers } from "./liste.repository.ts";
import { rechercheVoulue } from "./recherche.ts";

@Resolver()
export class MesParcoursResolver {
  @Query(() => ParcoursConnection, {
    description: "Les dossiers de mon équipe, et ceux dont le cercle de soins me compte : le dernier changé d'abord.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async mesParcours(
    @Arg("filtre", () => ParcoursFiltre, { nullable: true, description: "Lesquels." }) filtre: ParcoursFiltre | null,
    @Arg("first", () => Int, { description: "Nombre de dossiers, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<ParcoursConnection> {
    exigerFirst(first);
    const { database, acteur, maintenant, aujourdhui, coffre } = contexte;
    const recherche = rechercheVoulue(coffre, filtre?.recherche, acteur);
    const criteres: FiltreDossiers = {
      statuts: filtre?.statuts ?? null,
      niveaux: filtre?.niveaux ?? null,
      codesInsee: filtre?.codesInsee ?? null,
      modifieDepuis: filtre?.modifieDepuis?.toISOString() ?? null,
      enRetard: filtre?.enRetard ?? null,
      aReevaluer: filtre?.aReevaluer ?? null,
      reference: referenceVoulue(filtre?.referenceExterne, acteur),
      recherche,
    };
    const empreinte = empreinteDeRequete({
      mesParcours: acteur?.sub,
      ...criteres,
      recherche: recherche?.empreinte ?? null,
    });
    const apres = lireCles(decoderCurseur(after, empreinte));
    const instant = { maintenant, aujourdhui };
    const lignes = await lireEnTantQue(database, acteur, (sql) =>
      findPageDeDossiers(sql, criteres, { ...instant, apres, limite: first + 1 }),
    );
    if (recherche !== null) await tracerLaRecherche(contexte, lignes.slice(0, first));
    const page = enPage(lignes, { first, after, empreinte, cles: ({ misAJourLe, id }) => [misAJourLe, id] });
    return { ...page, compter: () => lireEnTantQue(database, acteur, (sql) => countDossiers(sql, criteres, instant)) };
  }
}

/** Finding someone by their name says that they have a case: whoever is told it leaves a trace, as by reading the name. */
async function tracerLaRecherche({ loaders }: Contexte, trouves: readonly LigneDossier[]): Promise<void> {
  await Promise.all(
    trouves.map(({ id, dacId, acces }) => loaders.trace.load({ dossierId: id, dacId, acces, objet: "RECHERCHE" })),
  );
}

@Resolver(() => ParcoursConnection)
export class ParcoursConnectionResolver {
  @FieldResolver(() => Int, { description: "Nombre de dossiers de la liste." })
  totalCount(@Root() { compter }: ParcoursConnection): Promise<number> {
    return compter();
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function lireCles(cles: readonly unknown[] | null): readonly [string, string] | null {
  if (cles === null) return null;
  const [misAJourLe, id] = cles;
  const conformes =
    typeof misAJourLe === "string" &&
    INSTANT.test(misAJourLe) &&
    !Number.isNaN(Date.parse(misAJourLe)) &&
    typeof id === "string" &&
    estIdentifiant(id);
  if (!conformes) throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  return [misAJourLe, id];
}
