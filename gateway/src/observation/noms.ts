/** What a name becomes when it is not one of those that are counted. */
const AUTRE = "autre";

/** Long digits are a number of someone, which no label and no log line may hold. */
const ADMIS = /^(?!.*\d{6})[\w.@/+-]{1,60}$/;

/**
 * Names that a client writes, made safe to log and few enough to count: a name of another shape, or that comes once
 * `maximum` different ones are known, is « autre ». Those of `connus` are always known.
 */
export function createNoms(maximum: number, connus: Iterable<string> = []): (ecrit: string) => string {
  const retenus = new Set(connus);
  const plafond = retenus.size + maximum;
  return (ecrit) => {
    if (retenus.has(ecrit)) return ecrit;
    if (retenus.size >= plafond || !ADMIS.test(ecrit)) return AUTRE;
    retenus.add(ecrit);
    return ecrit;
  };
}
