import type { PeopleHouse } from "./capabilities/people/index.ts";
import { CREATE_PERSON, beginCompany, createPerson, createTeam, findRoleId } from "./capabilities/people/index.ts";
import type { Context, House } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";

/** The people of the tests, by the ids they were given. 陈浩 and 王倩 sell in two teams below 赵磊's. */
export interface Cast {
  readonly 林晓: string;
  readonly 周敏: string;
  readonly 陈浩: string;
  readonly 王倩: string;
  readonly 赵磊: string;
  readonly 孙悦: string;
  readonly 何川: string;
  readonly 吴桐: string;
  readonly teams: {
    readonly 市场部: string;
    readonly 销售部: string;
    readonly 华东组: string;
    readonly 华南组: string;
    readonly 客户成功部: string;
  };
}

/** With these anybody of the cast who has a password signs in as `<pinyin>@yunfan.test`. */
export const CAST_PASSWORD = "yunfan-2025-boat";

/**
 * Makes the company 云帆智能 with its people in one operation, through the use cases.
 * @param passwords who makes the sign-ins; without, only 吴桐's operation is open and nobody can sign in, which is quick.
 */
export async function hireCast(house: House, passwords?: PeopleHouse["signIn"]["passwords"]): Promise<Cast> {
  const admin = house.newId();
  const asked = { actor: { kind: "person", personId: admin }, kind: CREATE_PERSON, source: "command" } as const;
  const { result } = await operate(house, asked, (context) => hire(context, admin, passwords));
  return result;
}

async function hire(
  context: Context,
  admin: string,
  passwords: PeopleHouse["signIn"]["passwords"] | undefined,
): Promise<Cast> {
  const signIn = { passwords: passwords ?? ({ create: async () => context.newId() } as never) };
  await beginCompany(context, signIn, admin, {
    companyName: "云帆智能",
    name: "吴桐",
    email: "wutong@yunfan.test",
    password: CAST_PASSWORD,
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    language: "zh-CN",
  });
  const team = (name: string, parentId: string | null = null): Promise<string> =>
    createTeam(context, { name, parentId });
  const sales = await team("销售部");
  const teams = {
    市场部: await team("市场部"),
    销售部: sales,
    华东组: await team("华东组", sales),
    华南组: await team("华南组", sales),
    客户成功部: await team("客户成功部"),
  };
  const person = async (name: string, mailbox: string, role: string, teamId: string | null): Promise<string> => {
    const roleId = await findRoleId(context, role);
    if (roleId === undefined) throw new Error(`no role ${role}`);
    return createPerson(context, signIn, {
      name,
      email: `${mailbox}@yunfan.test`,
      teamId,
      roleIds: [roleId],
      password: CAST_PASSWORD,
    });
  };
  return {
    林晓: await person("林晓", "linxiao", "marketer", teams.市场部),
    周敏: await person("周敏", "zhoumin", "sdr", teams.市场部),
    陈浩: await person("陈浩", "chenhao", "rep", teams.华东组),
    王倩: await person("王倩", "wangqian", "rep", teams.华南组),
    赵磊: await person("赵磊", "zhaolei", "sales_manager", teams.销售部),
    孙悦: await person("孙悦", "sunyue", "csm", teams.客户成功部),
    何川: await person("何川", "hechuan", "executive", null),
    吴桐: admin,
    teams,
  };
}
