import { GraphQLCodeInsee } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import { communeDAujourdhui } from "../commune/commune-d-hier.ts";
import type { Contexte } from "../context.ts";
import { Cpts } from "../cpts/cpts.type.ts";
import { Dac } from "../dac/dac.type.ts";
import { AutreStructure } from "../structure/autre-structure.type.ts";
import { structuresCouvrant } from "../territoire/couvrant.ts";
import { LienUtile } from "./lien-utile.type.ts";
import { NUMEROS_NATIONAUX } from "./numeros-nationaux.ts";
import { findLiens, findSasByDepartement } from "./point-entree.repository.ts";
import { NumeroNational, PointEntree } from "./point-entree.type.ts";

@Resolver(() => PointEntree)
export class PointEntreeResolver {
  @Query(() => PointEntree, {
    nullable: true,
    description: "Qui peut m'aider ici ? Le DAC et la CPTS compétents pour la commune, le SAS, les numéros nationaux.",
  })
  async pointEntree(
    @Arg("codeInsee", () => GraphQLCodeInsee, { description: "Commune de la personne." }) codeInsee: string,
    @Ctx() { loaders }: Contexte,
  ): Promise<PointEntree | null> {
    const laCommune = await communeDAujourdhui(codeInsee, loaders);
    return laCommune === null ? null : { laCommune };
  }

  @FieldResolver(() => Commune, { description: "La commune demandée." })
  commune(@Root() { laCommune }: PointEntree): Commune {
    return laCommune;
  }

  @FieldResolver(() => [Dac], {
    description: "Les DAC compétents ; un DAC dont personne n'a déclaré le territoire couvre son département.",
  })
  @Directive("@listSize(assumedSize: 2)")
  dac(@Root() { laCommune }: PointEntree, @Ctx() contexte: Contexte): Promise<Dac[]> {
    return structuresCouvrant("DAC", laCommune.codeInsee, null, contexte);
  }

  @FieldResolver(() => [Cpts], { description: "Les CPTS dont le territoire déclaré couvre la commune." })
  @Directive("@listSize(assumedSize: 3)")
  cpts(@Root() { laCommune }: PointEntree, @Ctx() contexte: Contexte): Promise<Cpts[]> {
    return structuresCouvrant("CPTS", laCommune.codeInsee, null, contexte);
  }

  @FieldResolver(() => [AutreStructure], {
    description:
      "Les structures du service d'accès aux soins que FINESS connaît dans le département ; on le joint toujours au 15.",
  })
  @Directive("@listSize(assumedSize: 3)")
  sas(@Root() { laCommune }: PointEntree, @Ctx() { sql }: Contexte): Promise<AutreStructure[]> {
    return findSasByDepartement(sql, [laCommune.codeDepartement]);
  }

  @Directive("@listSize(assumedSize: 8)")
  @FieldResolver(() => [NumeroNational], { description: "Les numéros à connaître, urgence vitale d'abord." })
  numerosNationaux(): NumeroNational[] {
    return [...NUMEROS_NATIONAUX];
  }

  @FieldResolver(() => [LienUtile], {
    description: "Portails et référents qui servent la commune ; celui de la région plutôt que celui du pays.",
  })
  @Directive("@listSize(assumedSize: 10)")
  liens(@Root() { laCommune }: PointEntree, @Ctx() { sql }: Contexte): Promise<LienUtile[]> {
    return findLiens(sql, laCommune.codeInsee);
  }
}
