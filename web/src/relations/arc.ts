// The course of an edge in WebGL: the same curve as control() in geometry.ts,
// and a loop where an edge ends where it begins. Sigma's own curves measure
// lengths anew for each pixel, which computers without a graphics processor
// take seconds for; here a part of the way counts as the same part of the length,
// which such flat curves allow.

import type { EdgePath } from "sigma/rendering";

const glsl = /* glsl */ `
bool arcLoops(vec2 source, vec2 target) {
  vec2 delta = target - source;
  return dot(delta, delta) < 1e-12;
}

float arcLoopSize() {
  return (v_sourceNodeSize * 1.2 + 8.0) * u_correctionRatio / u_sizeRatio;
}

vec2 path_arc_position(float t, vec2 source, vec2 target) {
  float u = 1.0 - t;
  if (arcLoops(source, target)) {
    return source + 3.0 * t * u * arcLoopSize() * vec2(1.6 * (t - u), 2.2);
  }
  vec2 delta = target - source;
  vec2 middle = 0.5 * (source + target) + v_curvature * vec2(-delta.y, delta.x);
  return u * u * source + 2.0 * u * t * middle + t * t * target;
}

float path_arc_length(vec2 source, vec2 target) {
  if (arcLoops(source, target)) return 4.2 * arcLoopSize();
  return length(target - source) * (1.0 + 0.6667 * v_curvature * v_curvature);
}

float path_arc_closest_t(vec2 p, vec2 source, vec2 target) {
  vec2 delta = target - source;
  return clamp(dot(p - source, delta) / max(dot(delta, delta), 1e-12), 0.0, 1.0);
}

float path_arc_t_at_distance(float distance, vec2 source, vec2 target) {
  return clamp(distance / path_arc_length(source, target), 0.0, 1.0);
}
`;

export const arc = (): EdgePath => ({
  name: "arc",
  segments: 7,
  glsl,
  needsNodeSize: true,
  linearParameterization: true,
  uniforms: [],
  attributes: [{ name: "curvature", size: 1, type: WebGL2RenderingContext.FLOAT }],
  variables: { curvature: { type: "number", default: 0 } },
});
