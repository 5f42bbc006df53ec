import { estAgence } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { ContratInstallation } from "./contrat.type.ts";
import { declarerContrat } from "./declarer-contrat.action.ts";
import { DeclarerContratInput } from "./declarer-contrat.input.ts";

@Resolver(() => Professionnel)
export class ContratResolver {
  @Mutation(() => Professionnel, { description: "Déclare un contrat d'aide à l'installation ; réservé aux agences." })
  async declarerContrat(
    @Arg("input", () => DeclarerContratInput, { description: "La déclaration." }) input: DeclarerContratInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneProfessionnel | null> {
    return contexte.loaders.professionnelById.load(await declarerContrat(contexte, input, cleIdempotence));
  }

  @FieldResolver(() => [ContratInstallation], {
    nullable: true,
    description:
      "Contrats d'aide à l'installation, passés compris. Lecture réservée aux agences ; nul pour les autres.",
  })
  @Directive("@listSize(assumedSize: 2)")
  async contrats(
    @Root() { id }: LigneProfessionnel,
    @Ctx() { loaders, appel }: Contexte,
  ): Promise<ContratInstallation[] | null> {
    return estAgence(appel.acteur) ? loaders.contratsByProfessionnel.load(id) : null;
  }
}
