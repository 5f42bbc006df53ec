/** Une déclaration vaut jusqu'à son échéance, exclue ; ensuite elle reste montrée, et se dit périmée. Instants ISO 8601. */
export const estPerimee = ({ expireLe }: { readonly expireLe: string }, instant: Date): boolean =>
  Date.parse(expireLe) <= instant.getTime();
