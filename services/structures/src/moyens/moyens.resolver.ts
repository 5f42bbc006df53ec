import { ModaliteAccueil } from "@coordination/vocabulaire";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { Equipement } from "../enums.type.ts";
import { Structure } from "../structure/structure.type.ts";
import { modalitesConnues } from "./modalites.rule.ts";
import { AssistantsMedicaux } from "./moyens.type.ts";

@Resolver(() => Structure)
export class MoyensResolver {
  @FieldResolver(() => [Equipement], {
    description: "Ce dont elle s'est déclarée équipée ; vide aussi quand personne ne l'a déclaré.",
  })
  async equipements(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<Equipement[]> {
    return (await loaders.listesByStructure.load(id))?.equipements ?? [];
  }

  @FieldResolver(() => [ModaliteAccueil], {
    description:
      "Où et comment elle reçoit, tel que déclaré ; vide aussi quand personne ne l'a déclaré. Un médicobus va vers les personnes.",
  })
  async modalitesAccueil(@Root() { id, type }: Structure, @Ctx() { loaders }: Contexte): Promise<ModaliteAccueil[]> {
    return modalitesConnues({ type, declarees: (await loaders.listesByStructure.load(id))?.modalites ?? null });
  }

  @FieldResolver(() => [Commune], {
    description:
      "Communes desservies à domicile ou en allant vers ; pour un médicobus qui ne l'a pas déclarée, celles de ses passages à venir.",
  })
  @Directive("@listSize(assumedSize: 30)")
  async zoneIntervention(@Root() { id, type }: Structure, @Ctx() contexte: Contexte): Promise<Commune[]> {
    const { loaders } = contexte;
    const declaree = (await loaders.listesByStructure.load(id))?.zoneIntervention ?? null;
    const codes = declaree ?? (type === "MEDICOBUS" ? await communesDesPassages(id, contexte) : []);
    const communes = await Promise.all(codes.map((code) => loaders.communeByCode.load(code)));
    return communes.filter((commune) => commune !== null);
  }

  @FieldResolver(() => AssistantsMedicaux, {
    nullable: true,
    description: "Ses assistants médicaux ; nul quand personne ne les a déclarés.",
  })
  assistantsMedicaux(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<AssistantsMedicaux | null> {
    return loaders.assistantsByStructure.load(id);
  }
}

async function communesDesPassages(id: string, { loaders, aujourdhui }: Contexte): Promise<string[]> {
  const passages = await loaders.passagesByMedicobus({ codeInsee: null, du: aujourdhui, au: null }).load(id);
  return [...new Set(passages.map(({ codeInsee }) => codeInsee))];
}
