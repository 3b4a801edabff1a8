import { z } from "zod";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { Company, Currency, TimeZone } from "./people-session.ts";
import { Language } from "./people.ts";

const TeamName = z.string().trim().min(1).max(100);

export const Team = z.object({
  id: z.uuid(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  /** Active people sitting in this very team. */
  peopleCount: z.int(),
});
export type Team = z.infer<typeof Team>;

const teamParams = z.object({ teamId: z.uuid() });

export const teams = {
  list: endpoint({
    id: "people.listTeams",
    method: "GET",
    path: "/teams",
    summary: "The whole team tree.",
    response: z.array(Team),
  }),
  create: endpoint({
    id: "people.createTeam",
    method: "POST",
    path: "/teams",
    summary: "Adds a team.",
    body: z.object({ name: TeamName, parentId: z.uuid().nullable().default(null) }),
    response: Team,
  }),
  edit: endpoint({
    id: "people.editTeam",
    method: "PATCH",
    path: "/teams/:teamId",
    summary: "Renames a team or moves it below another.",
    params: teamParams,
    body: z.object({ name: changeOf(TeamName), parentId: changeOf(z.uuid().nullable()) }),
    response: Team,
    errors: ["team_below_itself", "changed_meanwhile"],
  }),
  remove: endpoint({
    id: "people.removeTeam",
    method: "DELETE",
    path: "/teams/:teamId",
    summary: "Removes a team that has no people and no teams below it.",
    params: teamParams,
    response: z.object({}),
    errors: ["team_in_use"],
  }),
};

export const company = {
  show: endpoint({
    id: "people.showCompany",
    method: "GET",
    path: "/company",
    summary: "The company this house belongs to.",
    response: Company,
  }),
  edit: endpoint({
    id: "people.editCompany",
    method: "PATCH",
    path: "/company",
    summary: "Changes the company's name, time zone, currency, language, or whether exports say who made them.",
    body: z.object({
      name: changeOf(z.string().trim().min(1).max(200)),
      timeZone: changeOf(TimeZone),
      currency: changeOf(Currency),
      language: changeOf(Language),
      exportWatermark: changeOf(z.boolean()),
    }),
    response: Company,
    errors: ["changed_meanwhile"],
  }),
};
