/** How large a document may be, by the French name that its error says. Counted with fragments spread, wherever used. */
export const LIMITES_DU_DOCUMENT = {
  /** Words and signs, counted by the parser, which stops there. The largest of our guides has 180. */
  jetons: 2_000,
  /** The introspection query of GraphiQL goes 15 deep. */
  profondeur: 15,
  /** `__typename` included: as good as another to repeat a field. */
  alias: 20,
  directives: 30,
  /** Fields at the top of an operation, aliased or repeated. */
  racines: 10,
  champs: 600,
} as const;

/** Errors shown in one answer. */
export const ERREURS_MONTREES = 5;

/** What is counted in a document, besides what the parser counts. */
export type Mesure = Readonly<Record<Exclude<keyof typeof LIMITES_DU_DOCUMENT, "jetons">, number>>;
