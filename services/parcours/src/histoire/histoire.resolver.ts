import {
  decoderCurseur,
  empreinteDeRequete,
  enPage,
  exigerFirst,
  introuvable,
  saisieInvalide,
} from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { lireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { montrerActeur, resoudreParcours } from "../dossier/dossier.resolver.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { rolesSurLeDossier } from "../dossier/roles.rule.ts";
import type { LigneOrientation } from "../orientation/orientation.repository.ts";
import { Orientation } from "../orientation/orientation.type.ts";
import { findTraces, type LigneEvenement, type LigneTrace, type PageVoulue } from "./histoire.repository.ts";
import { EvenementConnection, EvenementParcours, TraceAccesConnection } from "./histoire.type.ts";

@Resolver(() => Parcours)
export class HistoireResolver {
  @FieldResolver(() => EvenementConnection, { description: "Ce qui est arrivé, du premier au dernier." })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  evenements(
    @Root() { id }: LigneDossier,
    @Arg("first", () => Int, { defaultValue: 50, description: "Nombre d'événements, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() { loaders }: Contexte,
  ): Promise<EvenementConnection> {
    return pageDe<LigneEvenement, EvenementConnection["edges"][number]["node"]>(
      { liste: "evenements", dossierId: id, first, after },
      (page) => loaders.evenements.load(page),
      montrerEvenement,
    );
  }

  @Query(() => TraceAccesConnection, {
    description: "Journal des accès : qui a vu quoi de ce dossier, quand et pourquoi. Pour son équipe.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async tracesAcces(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("first", () => Int, { description: "Nombre de traces, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<TraceAccesConnection> {
    const dossier = await resoudreParcours(parcoursId, contexte);
    const { acteur, database } = contexte;
    if (dossier === null || acteur === null || !rolesSurLeDossier(acteur, dossier).includes("EQUIPE")) {
      throw introuvable("parcoursId", "Ce dossier n'existe pas.");
    }
    return pageDe<LigneTrace, TraceAccesConnection["edges"][number]["node"]>(
      { liste: "traces", dossierId: dossier.id, first, after },
      (page) => lireEnTantQue(database, acteur, (sql) => findTraces(sql, page)),
      montrerTrace,
    );
  }
}

@Resolver(() => EvenementParcours)
export class EvenementResolver {
  @FieldResolver(() => Orientation, {
    nullable: true,
    description: "L'orientation dont il s'agit ; nulle quand il n'y en a pas, ou pas pour moi.",
  })
  orientation(
    @Root() { orientationId }: Pick<LigneEvenement, "orientationId">,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneOrientation | null> | null {
    return orientationId === null ? null : loaders.orientationById.load(orientationId);
  }
}

const montrerEvenement = ({ id, acteur, ...reste }: LigneEvenement) => ({
  id: String(id),
  acteur: montrerActeur(acteur),
  ...reste,
});

const montrerTrace = ({ id, acteur, ...reste }: LigneTrace) => ({
  id: String(id),
  acteur: montrerActeur(acteur),
  ...reste,
});

interface DemandeDePage {
  readonly liste: string;
  readonly dossierId: string;
  readonly first: number;
  readonly after: string | null;
}

/** A page of a list that only grows. Throws BAD_USER_INPUT on a bad page. */
async function pageDe<Ligne extends { readonly id: number }, Montre>(
  { liste, dossierId, first, after }: DemandeDePage,
  chercher: (page: PageVoulue) => Promise<Ligne[]>,
  montrer: (ligne: Ligne) => Montre,
) {
  exigerFirst(first);
  const empreinte = empreinteDeRequete({ [liste]: dossierId });
  const [cle = null] = decoderCurseur(after, empreinte) ?? [];
  if (cle !== null && !(typeof cle === "number" && Number.isSafeInteger(cle))) {
    throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  }
  const lignes = await chercher({ dossierId, apres: cle, limite: first + 1 });
  const page = enPage(lignes, { first, after, empreinte, cles: ({ id }) => [id] });
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: montrer(node) })) };
}
