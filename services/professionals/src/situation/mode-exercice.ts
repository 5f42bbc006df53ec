import { registerEnumType } from "type-graphql";

export const ModeExercice = {
  LIBERAL: "LIBERAL",
  SALARIE: "SALARIE",
  BENEVOLE: "BENEVOLE",
  INDIRECT: "INDIRECT",
} as const;
export type ModeExercice = keyof typeof ModeExercice;
registerEnumType(ModeExercice, {
  name: "ModeExercice",
  description: "Mode d'exercice (TRE_R23).",
  valuesConfig: {
    LIBERAL: { description: "Libéral, indépendant, artisan ou commerçant (L)." },
    SALARIE: { description: "Salarié (S)." },
    BENEVOLE: { description: "Bénévole (B)." },
    INDIRECT: { description: "Indirect (I)." },
  },
});

/** TRE_R23. */
const CODES: Readonly<Record<ModeExercice, string>> = { LIBERAL: "L", SALARIE: "S", BENEVOLE: "B", INDIRECT: "I" };
const MODES = new Map(Object.entries(CODES).map(([mode, code]) => [code, mode as ModeExercice]));

/** The code that the files use for this mode. */
export const codeDuMode = (mode: ModeExercice): string => CODES[mode];

/** The mode of a code; null when the file gave none, or one that the list does not have. */
export const modeDuCode = (code: string | null): ModeExercice | null =>
  code === null ? null : (MODES.get(code) ?? null);
