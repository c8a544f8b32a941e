import type { ViewProps } from "../app";

export function ArticleView({ address }: ViewProps) {
  return <h1>Article {address.path.slice(1).join("/")}</h1>;
}
