import { settingsByTopic } from "@/lib/server/settings/settings";

/** The names of all settings there are. */
export const settingNames = Object.values(settingsByTopic).flatMap((topic) => Object.keys(topic));
