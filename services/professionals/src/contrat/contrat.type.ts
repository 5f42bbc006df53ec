import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ObjectType, registerEnumType } from "type-graphql";

export const CodeContrat = {
  CESP: "CESP",
  PTMG: "PTMG",
  PTMA: "PTMA",
  PIAS: "PIAS",
  PTMR: "PTMR",
  CAIM: "CAIM",
  COSCOM: "COSCOM",
  COTRAM: "COTRAM",
  CSTM: "CSTM",
  WANTED: "WANTED",
} as const;
export type CodeContrat = keyof typeof CodeContrat;
registerEnumType(CodeContrat, {
  name: "CodeContrat",
  description: "Un contrat d'aide à l'installation ou à l'exercice ; certains ne se signent plus.",
  valuesConfig: {
    CESP: { description: "Contrat d'engagement de service public." },
    PTMG: { description: "Praticien territorial de médecine générale." },
    PTMA: { description: "Praticien territorial de médecine ambulatoire." },
    PIAS: { description: "Praticien isolé à activité fluctuante." },
    PTMR: { description: "Praticien territorial de médecin remplaçant." },
    CAIM: { description: "Contrat conventionnel d'aide à l'installation des médecins." },
    COSCOM: { description: "Contrat conventionnel de stabilisation et de coordination pour les médecins." },
    COTRAM: { description: "Contrat conventionnel de transition pour les médecins." },
    CSTM: {
      description: "Contrat conventionnel de solidarité territoriale : il encourage les consultations avancées.",
    },
    WANTED: { description: "Bourse d'un département à de futurs médecins." },
  },
});

@ObjectType({ description: "Un contrat d'aide qu'une personne a signé ; lu par les agences seulement." })
export class ContratInstallation {
  @Field(() => CodeContrat, { description: "Lequel." })
  code!: CodeContrat;
  @Field(() => GraphQLIsoDate, { description: "Depuis." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Jusqu'à ce jour compris ; nul sans fin connue." })
  jusquA!: string | null;
  @Field(() => String, { nullable: true, description: "Zone où il demande d'exercer." })
  zoneExigee!: string | null;
}
