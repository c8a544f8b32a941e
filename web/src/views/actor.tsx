import type { ViewProps } from "../app";

export function ActorView({ address }: ViewProps) {
  return <h1>Actor {address.path.slice(1).join("/")}</h1>;
}
