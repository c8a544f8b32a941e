import type { ViewProps } from "../app";

export function ArticlesView({ address }: ViewProps) {
  return <h1>Articles {address.path.slice(1).join("/")}</h1>;
}
