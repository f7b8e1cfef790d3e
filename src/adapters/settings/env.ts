/** The environment: where the folders are and which gateway to use; a wrong value names the variable and a mend. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SettingsFault } from './read-json.ts';

export interface GatewayEnv {
  readonly token: string;
  readonly endpoint: string;
  readonly tls: { readonly disable: boolean; readonly caCert?: string; readonly serverName?: string };
  readonly authority?: string;
}
export interface Env {
  readonly configDir: string;
  readonly dataDir: string;
  readonly logLevel: string;
  /** None = the sandbox. */
  readonly gateway: GatewayEnv | undefined;
}

const NAME = 'WECHATY_PUPPET_SERVICE_';
const text = z.string().trim().min(1);
const schema = z.object({
  DUCHA_CONFIG_DIR: text.default('config'),
  DUCHA_DATA_DIR: text.default('data'),
  DUCHA_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info'], '应为 silent、error、warn 或 info').optional(),
  [`${NAME}TOKEN`]: text.optional(),
  [`${NAME}ENDPOINT`]: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/u, '应为“主机:端口”，如 127.0.0.1:8788')
    .optional(),
  [`${NAME}NO_TLS_INSECURE_CLIENT`]: z.enum(['true', 'false'], '应为 true 或 false').optional(),
  [`${NAME}TLS_CA_CERT`]: text.optional(),
  [`${NAME}TLS_SERVER_NAME`]: text.optional(),
  [`${NAME}AUTHORITY`]: text.optional(),
});

/** A certificate is given as PEM text or as the path of a file. */
function certificate(value: string | undefined): string | undefined {
  if (value === undefined || value.includes('BEGIN CERTIFICATE')) return value;
  try {
    return readFileSync(value, 'utf8');
  } catch {
    throw new SettingsFault([`环境变量 ${NAME}TLS_CA_CERT：读不到证书文件，请检查路径`]);
  }
}

type Values = Readonly<Record<string, string | undefined>>;

function gatewayOf(values: Values): GatewayEnv | undefined {
  const of = (name: string): string | undefined => values[`${NAME}${name}`];
  const [token, endpoint] = [of('TOKEN'), of('ENDPOINT')];
  if (token === undefined && endpoint === undefined) return undefined;
  if (token === undefined)
    throw new SettingsFault([
      `环境变量 ${NAME}TOKEN：只给了地址没有令牌，请补上令牌，或两个都不设（进入演示）`,
    ]);
  if (endpoint === undefined)
    throw new SettingsFault([
      `环境变量 ${NAME}ENDPOINT：只给了令牌没有地址。不给地址就要拿令牌去公网查询，等于泄露令牌，所以不启动。请写明“主机:端口”`,
    ]);
  const caCert = certificate(of('TLS_CA_CERT'));
  const [serverName, authority] = [of('TLS_SERVER_NAME'), of('AUTHORITY')];
  return {
    token,
    endpoint,
    tls: {
      disable: of('NO_TLS_INSECURE_CLIENT') === 'true',
      ...(caCert === undefined ? {} : { caCert }),
      ...(serverName === undefined ? {} : { serverName }),
    },
    ...(authority === undefined ? {} : { authority }),
  };
}

/** Reads the environment; throws `SettingsFault`. Empty values count as not set. */
export function readEnv(env: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success)
    throw new SettingsFault(
      result.error.issues.map((issue) => `环境变量 ${issue.path.map(String).join('.')}：${issue.message}`),
    );
  const values: Values = result.data;
  const gateway = gatewayOf(values);
  return {
    configDir: values['DUCHA_CONFIG_DIR'] ?? 'config',
    dataDir: values['DUCHA_DATA_DIR'] ?? 'data',
    logLevel: values['DUCHA_LOG_LEVEL'] ?? (gateway === undefined ? 'silent' : 'info'),
    gateway,
  };
}
