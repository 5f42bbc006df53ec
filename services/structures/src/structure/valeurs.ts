/** Collects the values of a statement and hands out their `$n`. */
export class Valeurs {
  readonly liste: unknown[] = [];
  ajouter(valeur: unknown, type: string): string {
    this.liste.push(valeur);
    return `$${this.liste.length}::${type}`;
  }
}
