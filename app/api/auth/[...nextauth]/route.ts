import { handlers } from "@/lib/server/auth/configuration";

export const { GET, POST } = handlers;
