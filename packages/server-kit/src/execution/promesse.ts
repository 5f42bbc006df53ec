/** As GraphQL resolvers promise: anything that has a `then`. */
export const estPromesse = (valeur: unknown): valeur is Promise<unknown> =>
  typeof valeur === "object" && valeur !== null && typeof (valeur as { then?: unknown }).then === "function";
