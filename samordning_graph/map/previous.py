def kept(v,e): return v
