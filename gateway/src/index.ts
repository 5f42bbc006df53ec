export { type GatewayOptions, type RunningGateway, startGateway } from "./gateway.ts";
export { createIdentity, type Identity } from "./identite/identity.ts";
export type { OptionsDesLimites } from "./limites/protection.ts";
export { startOpenGateway } from "./ouverte.ts";
export { avecDisjoncteurs } from "./transport/disjoncteur.ts";
export { httpTransport } from "./transport/http.ts";
export { inProcessTransport } from "./transport/in-process.ts";
export type { SubgraphCall, SubgraphTransport } from "./transport/transport.ts";
