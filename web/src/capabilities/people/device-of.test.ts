import { expect, it } from "vitest";
import { deviceOf } from "./device-of.ts";

it("names the browser and the system, the more special one first", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0";
  expect(deviceOf(edge)).toBe("Edge · Windows");
  const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 MicroMessenger/8.0.50";
  expect(deviceOf(phone)).toBe("WeChat · iOS");
});

it("says nothing of a program that does not say who it is", () => {
  expect(deviceOf(null)).toBeUndefined();
  expect(deviceOf("curl/8.5.0")).toBeUndefined();
});
