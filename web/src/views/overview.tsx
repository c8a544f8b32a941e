import type { ViewProps } from "../app";

export function Overview({ address }: ViewProps) {
  return <h1>Overview {address.path.slice(1).join("/")}</h1>;
}
