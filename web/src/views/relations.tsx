import type { ViewProps } from "../app";

export function RelationsView({ address }: ViewProps) {
  return <h1>Relations {address.path.slice(1).join("/")}</h1>;
}
