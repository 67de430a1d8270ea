import type { TerritorySeed } from './shape.ts';

/** Provinces and cities by their codes of GB/T 2260. */
export const territories: readonly TerritorySeed[] = [
  ['310000', '上海市 (Shanghai)'],
  ['310100', '上海市区 (Shanghai City)', '310000'],
  ['320000', '江苏省 (Jiangsu)'],
  ['320100', '南京市 (Nanjing)', '320000'],
  ['320200', '无锡市 (Wuxi)', '320000'],
  ['320500', '苏州市 (Suzhou)', '320000'],
  ['330000', '浙江省 (Zhejiang)'],
  ['330100', '杭州市 (Hangzhou)', '330000'],
  ['330200', '宁波市 (Ningbo)', '330000'],
  ['420000', '湖北省 (Hubei)'],
  ['420100', '武汉市 (Wuhan)', '420000'],
  ['440000', '广东省 (Guangdong)'],
  ['440100', '广州市 (Guangzhou)', '440000'],
  ['440300', '深圳市 (Shenzhen)', '440000'],
  ['510000', '四川省 (Sichuan)'],
  ['510100', '成都市 (Chengdu)', '510000'],
  ['510700', '绵阳市 (Mianyang)', '510000'],
  ['610000', '陕西省 (Shaanxi)'],
  ['610100', '西安市 (Xi’an)', '610000'],
];
