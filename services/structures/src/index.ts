export { structuresService } from "./service.ts";
