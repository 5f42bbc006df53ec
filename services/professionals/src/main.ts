import { lancerService } from "@coordination/server-kit";
import { professionalsService } from "./service.ts";

await lancerService(professionalsService);
