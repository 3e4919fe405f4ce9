"use client";

import { createContext, useContext } from "react";
import type { ServiceModes } from "@/lib/shared/api";

const ServiceModesContext = createContext<ServiceModes | undefined>(undefined);

/**
 * Tells the cards below which services are real. Without it they promise nothing: no link is made up from names, and
 * the connect card does not say where a person will sign in.
 */
export const ServiceModesProvider = ServiceModesContext.Provider;

export function useServiceModes(): ServiceModes | undefined {
  return useContext(ServiceModesContext);
}
