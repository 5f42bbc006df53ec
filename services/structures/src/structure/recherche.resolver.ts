import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst } from "@coordination/server-kit";
import { Facette, ProximiteInput, TriAnnuaire } from "@coordination/vocabulaire";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { type Compte, enCompte } from "./compte.repository.ts";
import { clesDuCurseur, lireCurseur } from "./curseur.ts";
import { exigerFiltresConnus } from "./filtres-connus.ts";
import { lireRecherche } from "./lire-recherche.ts";
import { StructureFiltre } from "./recherche.input.ts";
import { searchStructures } from "./recherche.repository.ts";
import { lireSelection } from "./selection.ts";
import { StructureConnection } from "./structure-connection.type.ts";

@Resolver(() => StructureConnection)
export class RechercheResolver {
  @Query(() => StructureConnection, {
    description:
      "Recherche dans l'annuaire des structures ouvertes (et fermées, avec « modifieeDepuis »). `first` est obligatoire et vaut 100 au plus.",
  })
  @Directive("@cost(weight: 5)")
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async structures(
    @Arg("recherche", () => String, {
      nullable: true,
      description:
        "Nom, sigle ou ville, nom d'un de ses lieux ou d'un dispositif dont elle est née ; accents, tirets, ordre des mots et fautes de frappe tolérés.",
    })
    texte: string | null,
    @Arg("filtre", () => StructureFiltre, { nullable: true, description: "Ce que les structures ont en commun." })
    filtre: StructureFiltre | null,
    @Arg("proximite", () => ProximiteInput, { nullable: true, description: "Autour d'un lieu." })
    proximite: ProximiteInput | null,
    @Arg("tri", () => TriAnnuaire, {
      defaultValue: "PERTINENCE",
      description:
        "PERTINENCE : ressemblance au texte, puis distance ou nom ; la ressemblance n'est plus comparée quand plus de 10 000 structures répondent. DISTANCE demande un lieu.",
    })
    tri: TriAnnuaire,
    @Arg("first", () => Int, { description: "Taille de la page, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de fin de la page précédente." }) after:
      | string
      | null,
    @Ctx() contexte: Contexte,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StructureConnection> {
    const { sql, loaders, aujourdhui, maintenant } = contexte;
    const recherche = lireRecherche({ texte, filtre, proximite, tri, jour: aujourdhui, maintenant });
    const { jour: _jour, ...stable } = recherche;
    const empreinte = empreinteDeRequete({ structures: stable });
    const { etape, apres } = lireCurseur(recherche, decoderCurseur(after, empreinte));
    const voulu = lireSelection(info);
    const limite = exigerFirst(first) + 1;
    const trouvee = await searchStructures(sql, recherche, { etape, apres, limite, avecCommune: voulu.commune });
    if (trouvee.lignes.length === 0 && apres === null) await exigerFiltresConnus(recherche, contexte);
    for (const { commune } of trouvee.lignes)
      if (commune !== null) loaders.communeByCode.prime(commune.codeInsee, commune);
    const page = enPage(trouvee.lignes, {
      first,
      after,
      empreinte,
      cles: ({ structure, ...rang }) => clesDuCurseur(recherche, trouvee.etape, { ...structure, ...rang }),
    });
    return {
      edges: page.edges.map(({ cursor, node: { structure, distanceKm, score } }) => ({
        cursor,
        node: structure,
        distanceKm,
        score,
      })),
      pageInfo: page.pageInfo,
      demandeDeCompte: { recherche, etape: trouvee.etape, avecFacettes: voulu.facettes },
      compte: trouvee.nombre === null || voulu.facettes ? null : enCompte(trouvee.nombre),
    };
  }

  @FieldResolver(() => Int, {
    description: "Nombre de structures trouvées ; compté seulement s'il est demandé, 10 000 au plus.",
  })
  async totalCount(@Root() connection: StructureConnection, @Ctx() contexte: Contexte): Promise<number> {
    return (await compter(connection, contexte)).total;
  }

  @FieldResolver(() => Boolean, { description: "Faux quand il y en a plus de 10 000." })
  async totalExact(@Root() connection: StructureConnection, @Ctx() contexte: Contexte): Promise<boolean> {
    return (await compter(connection, contexte)).exact;
  }

  @FieldResolver(() => [Facette], {
    description: "Par type, catégorie et département ; comptées seulement si elles sont demandées.",
  })
  @Directive("@cost(weight: 5)")
  @Directive("@listSize(assumedSize: 3)")
  async facettes(
    @Root() { demandeDeCompte }: StructureConnection,
    @Ctx() { loaders }: Contexte,
  ): Promise<readonly Facette[]> {
    return (await loaders.compteDeRecherche(demandeDeCompte)).facettes;
  }
}

/** Known from the page, or counted once for all the fields that ask. */
const compter = async ({ compte, demandeDeCompte }: StructureConnection, { loaders }: Contexte): Promise<Compte> =>
  compte ?? loaders.compteDeRecherche(demandeDeCompte);
