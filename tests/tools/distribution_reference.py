"""Writes tests/core/distribution_reference.inc: quantiles by scipy, for test_distribution_kinds.c.

    /usr/bin/python3 tests/tools/distribution_reference.py > tests/core/distribution_reference.inc
"""
import scipy, numpy as np
from scipy import stats
from scipy.interpolate import CubicHermiteSpline, PchipInterpolator
import mpmath as mp
mp.mp.dps=40
P=[1e-6,0.01,0.3,0.5,0.9,0.999,1-1e-6]
rows=[]
def add(kind,params,dist):
    rows.append((kind,params,[float(dist(p)) for p in P]))
for a,s in [(0.1,2),(0.5,1),(1,3),(2.5,4),(40,.1),(1234.5,1)]: add('GAMMA',[a,s],stats.gamma(a,scale=s).ppf)
for m in [1,250.]: add('EXPONENTIAL',[m],stats.expon(scale=m).ppf)
for k,s in [(0.5,1),(1.7,3),(12,100)]: add('WEIBULL',[k,s],stats.weibull_min(k,scale=s).ppf)
for k,s in [(0.8,1),(2.5,3),(12,100)]: add('PARETO',[k,s],stats.pareto(k,scale=s).ppf)
# scipy's student t is off by 2e-9 at 2 degrees: by multiple precision
def student(d,l,s):
    def tail(t): return mp.betainc(mp.mpf(d)/2,mp.mpf(1)/2,0,d/(d+t*t),regularized=True)/2
    def q(p):
        p=mp.mpf(p); low=min(p,1-p)
        if p==mp.mpf(1)/2: return l
        guess=abs(float(stats.t(d).ppf(float(low))))
        t=mp.findroot(lambda u: mp.log(tail(mp.exp(u)))-mp.log(low),(mp.log(guess)-1e-3,mp.log(guess)+1e-3),solver='illinois',tol=1e-28)
        t=mp.exp(t)
        return l+s*(-t if p<0.5 else t)
    return q
for d,l,s in [(0.5,0,1),(1,0,1),(2,1,3),(3.5,-1,2),(30,0,1),(1e5,5,.1)]: add('STUDENT_T',[d,l,s],student(d,l,s))
for m in [0.3,4.5,100,12345.6]: add('POISSON',[m],stats.poisson(m).ppf)
for n,p in [(1,.3),(20,.3),(1000,.01),(123456,.7)]: add('BINOMIAL',[n,p],stats.binom(n,p).ppf)
for l,m,h in [(1,2,5),(-3,-3,1),(0,10,10)]:
    a=1+4*(m-l)/(h-l); b=1+4*(h-m)/(h-l); add('PERT',[l,m,h],stats.beta(a,b,loc=l,scale=h-l).ppf)
# quantiles: pchip on scores
def pts(pp,vv,bounded):
    x=np.array(pp) if bounded else stats.norm.ppf(pp)
    f=PchipInterpolator(x,vv)
    if not bounded:
        # beyond the ends straight on, with the slope of the last chords
        slopes=f.derivative()(x); slopes[0]=(vv[1]-vv[0])/(x[1]-x[0]); slopes[-1]=(vv[-1]-vv[-2])/(x[-1]-x[-2])
        f=CubicHermiteSpline(x,vv,slopes)
    d=f.derivative()
    def q(p):
        z=p if bounded else stats.norm.ppf(p)
        if z<x[0]: return vv[0]+d(x[0])*(z-x[0])
        if z>x[-1]: return vv[-1]+d(x[-1])*(z-x[-1])
        return float(f(z))
    return q
for pp,vv,b in [([.05,.5,.95],[1,2,9],False),([.1,.25,.5,.75,.9],[-4,-1,0,0,7],False),([0,.5,1],[0,1,4],True),([0,.1,.2,.9,1],[1,1,5,6,20],True)]:
    add('QUANTILES',[z for t in zip(pp,vv) for z in t],pts(pp,vv,b))
N='OUTLAY_NORMAL'
K=dict(NORMAL=0,LOGNORMAL=1,UNIFORM=2,TRIANGULAR=3,BETA=4,DISCRETE=5,PERT=6,GAMMA=7,EXPONENTIAL=8,WEIBULL=9,PARETO=10,STUDENT_T=11)
add('TRUNCATED',[1,1,1,K['NORMAL'],2,0,1],stats.truncnorm(1,np.inf).ppf)
add('TRUNCATED',[3,-2,0.5,K['NORMAL'],2,0,1],stats.truncnorm(-2,.5).ppf)
add('TRUNCATED',[1,5,5,K['NORMAL'],2,0,1],stats.truncnorm(5,np.inf).ppf)
def tr(d,lo,hi):
    a=d.cdf(lo); b=d.cdf(hi); 
    return lambda p: d.ppf(a+p*(b-a)) if p<.5 else d.isf(d.sf(hi)+(1-p)*(b-a))
add('TRUNCATED',[3,1,20,K['GAMMA'],2,2.5,4],tr(stats.gamma(2.5,scale=4),1,20))
add('TRUNCATED',[2,6,6,K['EXPONENTIAL'],1,2],tr(stats.expon(scale=2),-1,6))
add('SHIFTED',[10,K['GAMMA'],2,2.5,4],lambda p:10+stats.gamma(2.5,scale=4).ppf(p))
from scipy.optimize import brentq
def mix(comps):
    W=sum(w for w,_ in comps)
    def q(p):
        lo=min(d.ppf(p) for _,d in comps); hi=max(d.ppf(p) for _,d in comps)
        if p<.5: f=lambda x: sum(w*d.cdf(x) for w,d in comps)/W-p
        else: f=lambda x: (1-p)-sum(w*d.sf(x) for w,d in comps)/W
        return brentq(f,lo,hi,xtol=1e-300,rtol=1e-15)
    return q
L=lambda a,b: stats.lognorm((np.log(b)-np.log(a))/(2*1.6448536269514722),scale=np.sqrt(a*b))
add('MIXTURE',[.7,K['LOGNORMAL'],2,.05,.5,.3,K['LOGNORMAL'],2,2,20],mix([(.7,L(.05,.5)),(.3,L(2,20))]))
add('MIXTURE',[2,K['NORMAL'],2,0,1,1,K['NORMAL'],2,100,5],mix([(2,stats.norm(0,1)),(1,stats.norm(100,5))]))
add('MIXTURE',[1,K['GAMMA'],2,2.5,4,1,K['STUDENT_T'],3,4,0,1],mix([(1,stats.gamma(2.5,scale=4)),(1,stats.t(4))]))
print('/* By scipy %s, Student t by mpmath %s: tests/tools/distribution_reference.py writes this file. */'%(scipy.__version__,mp.__version__))
for k,p,q in rows:
    print('{OUTLAY_%s, %d, {%s}, {%s}},'%(k,len(p),', '.join(repr(float(x)) for x in p),', '.join('%.17g'%x for x in q)))
