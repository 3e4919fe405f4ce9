import { Monitor, Moon, Sun } from "lucide-react";
import { themes } from "@/lib/shared/theme";

const icons = { system: Monitor, light: Sun, dark: Moon };

/** The themes to choose from, as they are shown. */
export const themeOptions = themes.map((theme) => ({ theme, icon: icons[theme] }));
