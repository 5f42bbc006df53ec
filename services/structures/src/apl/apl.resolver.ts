import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { Departement } from "../departement/departement.type.ts";
import { Territoire } from "../territoire/territoire.type.ts";
import type { AplPubliee } from "./apl.repository.ts";
import { lireApl } from "./apl.rule.ts";
import { Apl } from "./apl.type.ts";

const MOYENNE =
  "La moyenne de ses communes, pondérée par leur population standardisée ; nulle quand aucune n'est publiée.";

@Resolver(() => Commune)
export class AplDeCommuneResolver {
  @FieldResolver(() => Apl, {
    nullable: true,
    description: "Accessibilité potentielle localisée, la dernière publiée ; nulle quand elle ne l'est pas.",
  })
  async apl(@Root() { codeInsee }: Commune, @Ctx() { loaders }: Contexte): Promise<Apl | null> {
    return enApl(await loaders.aplByCommune.load(codeInsee));
  }
}

@Resolver(() => Departement)
export class AplDeDepartementResolver {
  @FieldResolver(() => Apl, { nullable: true, description: MOYENNE })
  async apl(@Root() { code }: Departement, @Ctx() { loaders }: Contexte): Promise<Apl | null> {
    return enApl(await loaders.aplByDepartement.load(code));
  }
}

@Resolver(() => Territoire)
export class AplDeTerritoireResolver {
  @FieldResolver(() => Apl, { nullable: true, description: MOYENNE })
  async apl(@Root() { id }: Territoire, @Ctx() { loaders }: Contexte): Promise<Apl | null> {
    return enApl(await loaders.aplByTerritoire.load(id));
  }
}

const enApl = (publiee: AplPubliee | null): Apl | null => (publiee === null ? null : lireApl(publiee));
