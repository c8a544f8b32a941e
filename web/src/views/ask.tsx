import type { ViewProps } from "../app";

export function AskView({ address }: ViewProps) {
  return <h1>Ask {address.path.slice(1).join("/")}</h1>;
}
