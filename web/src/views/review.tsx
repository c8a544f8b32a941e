import type { ViewProps } from "../app";

export function ReviewView({ address }: ViewProps) {
  return <h1>Review {address.path.slice(1).join("/")}</h1>;
}
