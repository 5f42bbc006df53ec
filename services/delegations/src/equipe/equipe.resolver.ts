import { appliquer, type Eligibilite as EligibiliteJugee } from "@coordination/rules";
import { Eligibilite } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Delegation as VersionDelegation } from "../catalogue/delegation.ts";
import type { Contexte } from "../context.ts";
import { Delegation } from "../delegation/delegation.type.ts";
import { resoudreDelegation } from "../delegation/recherche.resolver.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { Structure } from "../structure/structure.type.ts";
import { conformiteDeLEquipe } from "./conformite.rule.ts";
import type { LigneEquipe } from "./equipe.repository.ts";
import { EquipeProtocole, EquipeProtocoleConnection, MembreDelegue } from "./equipe.type.ts";

@Resolver(() => EquipeProtocole)
export class EquipeResolver {
  @Query(() => EquipeProtocole, { nullable: true, description: "Une équipe ; nulle quand elle n'est pas déclarée." })
  equipeProtocole(
    @Arg("id", () => ID, { description: "Identifiant de l'équipe." }) id: string,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneEquipe | null> {
    return loaders.equipeById.load(id);
  }

  @FieldResolver(() => Delegation, { description: "Ce qu'elle met en œuvre." })
  delegation(@Root() { codeDelegation }: LigneEquipe, @Ctx() contexte: Contexte): Promise<VersionDelegation | null> {
    return resoudreDelegation({ code: codeDelegation }, contexte);
  }

  @FieldResolver(() => Structure, { description: "Où l'équipe exerce." })
  structure(@Root() { structureId }: LigneEquipe): Structure {
    return { id: structureId };
  }

  @FieldResolver(() => Eligibilite, {
    description:
      "Au moins un délégant et un délégué de la bonne profession, formés, dans un cadre d'exercice admis, aujourd'hui ; toutes les raisons sont rendues.",
  })
  async conformite(@Root() equipe: LigneEquipe, @Ctx() contexte: Contexte): Promise<EligibiliteJugee> {
    const { loaders, aujourdhui } = contexte;
    const [delegation, membres, typeStructure] = await Promise.all([
      resoudreDelegation({ code: equipe.codeDelegation }, contexte),
      loaders.membresByEquipe.load(equipe.id),
      loaders.typeStructureByEquipe.load(equipe.id),
    ]);
    if (delegation === null) throw new Error(`Délégation ${equipe.codeDelegation} absente du catalogue.`);
    return appliquer(conformiteDeLEquipe(delegation), {
      le: aujourdhui,
      declareeLe: equipe.declareeLe,
      finieLe: equipe.finieLe,
      typeStructure,
      membres: membres.map(({ role, professions, savoirFaire, formationAttesteeLe }) => ({
        role,
        exercices: professions === null || savoirFaire === null ? null : { professions, savoirFaire },
        formationAttesteeLe,
      })),
    });
  }

  @FieldResolver(() => [Professionnel], { description: "Ceux qui délèguent." })
  @Directive("@listSize(assumedSize: 3)")
  async delegants(@Root() { id }: LigneEquipe, @Ctx() { loaders }: Contexte): Promise<Professionnel[]> {
    const membres = await loaders.membresByEquipe.load(id);
    return membres.filter(({ role }) => role === "DELEGANT").map(({ professionnelId }) => ({ id: professionnelId }));
  }

  @FieldResolver(() => [MembreDelegue], { description: "Ceux à qui l'on délègue, et leur formation." })
  @Directive("@listSize(assumedSize: 5)")
  async delegues(@Root() { id }: LigneEquipe, @Ctx() { loaders }: Contexte): Promise<MembreDelegue[]> {
    const membres = await loaders.membresByEquipe.load(id);
    return membres
      .filter(({ role }) => role === "DELEGUE")
      .map(({ professionnelId, formationAttesteeLe, organisme }) => ({
        professionnel: { id: professionnelId },
        formationAttesteeLe,
        organisme,
      }));
  }
}

@Resolver(() => EquipeProtocoleConnection)
export class EquipeProtocoleConnectionResolver {
  @FieldResolver(() => Int, { description: "Nombre d'équipes de la liste." })
  totalCount(@Root() { criteres }: EquipeProtocoleConnection, @Ctx() { loaders }: Contexte): Promise<number> {
    return loaders.nombreEquipes.load(criteres);
  }
}

/** A team by its identifier; null when nobody declared it. */
export async function resoudreEquipe(
  { id }: Readonly<Record<string, unknown>>,
  { loaders }: Contexte,
): Promise<LigneEquipe | null> {
  const equipe = typeof id === "string" ? await loaders.equipeById.load(id) : null;
  return equipe === null ? null : { ...equipe };
}
