import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst, saisieInvalide } from "@coordination/server-kit";
import { ProximiteInput, TriAnnuaire } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { lireRecherche } from "./lire-recherche.ts";
import { clesDeTri } from "./ordre.ts";
import { StructureFiltre } from "./recherche.input.ts";
import { searchStructures } from "./recherche.repository.ts";
import { StructureConnection } from "./structure-connection.type.ts";

@Resolver(() => StructureConnection)
export class RechercheResolver {
  @Query(() => StructureConnection, {
    description: "Recherche dans l'annuaire des structures ouvertes. `first` est obligatoire et vaut 100 au plus.",
  })
  @Directive("@cost(weight: 5)")
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async structures(
    @Arg("recherche", () => String, {
      nullable: true,
      description: "Nom, sigle ou ville ; accents, tirets, ordre des mots et fautes de frappe tolérés.",
    })
    texte: string | null,
    @Arg("filtre", () => StructureFiltre, { nullable: true, description: "Ce que les structures ont en commun." })
    filtre: StructureFiltre | null,
    @Arg("proximite", () => ProximiteInput, { nullable: true, description: "Autour d'un lieu." })
    proximite: ProximiteInput | null,
    @Arg("tri", () => TriAnnuaire, {
      defaultValue: "PERTINENCE",
      description: "PERTINENCE : ressemblance au texte, puis distance ou nom. DISTANCE demande un lieu.",
    })
    tri: TriAnnuaire,
    @Arg("first", () => Int, { description: "Taille de la page, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de fin de la page précédente." }) after:
      | string
      | null,
    @Ctx() { sql, loaders, aujourdhui }: Contexte,
  ): Promise<StructureConnection> {
    const recherche = lireRecherche({ texte, filtre, proximite, tri, jour: aujourdhui });
    const { jour: _jour, ...stable } = recherche;
    const empreinte = empreinteDeRequete({ structures: stable });
    const apres = decoderCurseur(after, empreinte);
    const trouvees = await searchStructures(sql, recherche, { apres, limite: exigerFirst(first) + 1 });
    const lieu = recherche.autour?.codeInsee ?? null;
    if (trouvees.length === 0 && lieu !== null && (await loaders.communeByCode.load(lieu)) === null) {
      throw saisieInvalide("proximite.codeInsee", `La commune ${lieu} n'existe pas.`);
    }
    const page = enPage(trouvees, {
      first,
      after,
      empreinte,
      cles: ({ structure, ...rang }) => clesDeTri(recherche.tri, { ...structure, ...rang }),
    });
    return {
      edges: page.edges.map(({ cursor, node: { structure, distanceKm, score } }) => ({
        cursor,
        node: structure,
        distanceKm,
        score,
      })),
      pageInfo: page.pageInfo,
      recherche,
    };
  }

  @FieldResolver(() => Int, {
    description: "Nombre de structures trouvées ; compté seulement s'il est demandé, 10 000 au plus.",
  })
  async totalCount(@Root() { recherche }: StructureConnection, @Ctx() { loaders }: Contexte): Promise<number> {
    return (await loaders.compteDeRecherche(recherche)).total;
  }

  @FieldResolver(() => Boolean, { description: "Faux quand il y en a plus de 10 000." })
  async totalExact(@Root() { recherche }: StructureConnection, @Ctx() { loaders }: Contexte): Promise<boolean> {
    return (await loaders.compteDeRecherche(recherche)).exact;
  }
}
